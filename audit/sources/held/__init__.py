"""Lists of which an agency holds a file, one file of code for each: what it is, and its shape."""
