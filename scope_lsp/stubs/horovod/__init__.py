"""Model of Horovod: a program that is started by itself is the only one of its kind."""
