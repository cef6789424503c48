"""One file per export format; each is found by its content, never by its file name alone."""
