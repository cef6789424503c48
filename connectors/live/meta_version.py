"""The version of Meta's Graph API that is asked; each is answered for about two years."""

VERSION = "v26.0"
