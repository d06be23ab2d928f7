"""What must hold for any text at all: an answer, in time, without a fault of ours."""
