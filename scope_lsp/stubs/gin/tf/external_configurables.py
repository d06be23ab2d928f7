"""`gin.tf.external_configurables`: `gin` finds TensorFlow's functions by their paths."""
