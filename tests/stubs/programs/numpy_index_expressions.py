import numpy as np, tensorflow as tf
a = np.zeros([4, 5])
tf.get_variable("a", a[tuple([np.s_[:2], np.s_[1:]])].shape)
tf.get_variable("b", a[np.index_exp[:3]].shape)
tf.get_variable("c", a[np.s_[..., None]].shape)
