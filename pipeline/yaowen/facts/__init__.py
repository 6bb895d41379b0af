"""Ways of finding facts: a folder for each, in which `find` is the stage; beside them what all of them read."""
