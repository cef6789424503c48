"""Where the layer is told what to do; apart from the server, which needs more than tests do."""

CONTROL = "/api/v1/_mock/"
