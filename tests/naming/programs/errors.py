"""For the programs here: tell what a call returns or raises."""


def attempt(call):
    """Print the result of a call, or its error without the traceback of the first creation."""
    try:
        result = call()
    except Exception as error:
        print(type(error).__name__, str(error).split(" Originally defined at:")[0])
    else:
        print(getattr(result, "name", result))
