"""The page of the shifts: posts, shift types and their heads, rules of planning, the office itself."""
