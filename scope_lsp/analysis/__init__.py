"""One snapshot in, one result out: connects the interpreter, the naming model and the resolver."""
