"""What must be true for any text: an answer, in time, without a fault of ours."""
