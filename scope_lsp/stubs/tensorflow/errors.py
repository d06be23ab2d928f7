"""`tf.errors`: the classes of the errors of running graphs."""


class OpError(Exception):
    def __init__(self, node_def, op, message, error_code):
        Exception.__init__(self, message)
        self.node_def = node_def
        self.op = op
        self.message = message
        self.error_code = error_code


class CancelledError(OpError):
    def __init__(self, node_def, op, message):
        OpError.__init__(self, node_def, op, message=message, error_code=2)


class UnknownError(OpError):
    def __init__(self, node_def, op, message, error_code=2):
        OpError.__init__(self, node_def, op, message=message, error_code=error_code)


class InvalidArgumentError(OpError):
    def __init__(self, node_def, op, message):
        OpError.__init__(self, node_def, op, message=message, error_code=2)


class DeadlineExceededError(OpError):
    def __init__(self, node_def, op, message):
        OpError.__init__(self, node_def, op, message=message, error_code=2)


class NotFoundError(OpError):
    def __init__(self, node_def, op, message):
        OpError.__init__(self, node_def, op, message=message, error_code=2)


class AlreadyExistsError(OpError):
    def __init__(self, node_def, op, message):
        OpError.__init__(self, node_def, op, message=message, error_code=2)


class PermissionDeniedError(OpError):
    def __init__(self, node_def, op, message):
        OpError.__init__(self, node_def, op, message=message, error_code=2)


class UnauthenticatedError(OpError):
    def __init__(self, node_def, op, message):
        OpError.__init__(self, node_def, op, message=message, error_code=2)


class ResourceExhaustedError(OpError):
    def __init__(self, node_def, op, message):
        OpError.__init__(self, node_def, op, message=message, error_code=2)


class FailedPreconditionError(OpError):
    def __init__(self, node_def, op, message):
        OpError.__init__(self, node_def, op, message=message, error_code=2)


class AbortedError(OpError):
    def __init__(self, node_def, op, message):
        OpError.__init__(self, node_def, op, message=message, error_code=2)


class OutOfRangeError(OpError):
    def __init__(self, node_def, op, message):
        OpError.__init__(self, node_def, op, message=message, error_code=2)


class UnimplementedError(OpError):
    def __init__(self, node_def, op, message):
        OpError.__init__(self, node_def, op, message=message, error_code=2)


class InternalError(OpError):
    def __init__(self, node_def, op, message):
        OpError.__init__(self, node_def, op, message=message, error_code=2)


class UnavailableError(OpError):
    def __init__(self, node_def, op, message):
        OpError.__init__(self, node_def, op, message=message, error_code=2)


class DataLossError(OpError):
    def __init__(self, node_def, op, message):
        OpError.__init__(self, node_def, op, message=message, error_code=2)
