"""The window around the pages: rail, strip, menus, banners, search, and what is there with no file open."""
