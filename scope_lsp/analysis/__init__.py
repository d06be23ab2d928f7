"""One snapshot in, one result out: joins the interpreter, the naming model and the resolver."""
