"""Pictures of the window, its dialogs and forms, for the eye and for the guide: `bootstrap.py pictures`."""
