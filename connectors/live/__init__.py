"""Reading an agency's own accounts through the interfaces of the platforms."""
