"""Which functions of TensorFlow gin knows, by their paths; configurations may leave out a start.

`gin` itself looks the functions up.  Modelled on gin/tf/external_configurables.py.
"""

_MEMBERS = {
    "tf.train": (
        "exponential_decay inverse_time_decay natural_exp_decay polynomial_decay "
        "piecewise_constant GradientDescentOptimizer AdadeltaOptimizer AdagradOptimizer "
        "AdagradDAOptimizer MomentumOptimizer AdamOptimizer FtrlOptimizer "
        "ProximalGradientDescentOptimizer ProximalAdagradOptimizer RMSPropOptimizer"
    ),
    "tf.losses": (
        "absolute_difference cosine_distance hinge_loss huber_loss log_loss "
        "mean_pairwise_squared_error mean_squared_error sigmoid_cross_entropy "
        "softmax_cross_entropy sparse_softmax_cross_entropy"
    ),
    "tf.keras.optimizers": "Adadelta Adagrad Adam Adamax Ftrl Nadam RMSprop SGD",
    "tf.nn": "crelu dropout elu leaky_relu relu relu6 sigmoid softmax softplus softsign tanh",
    "tf.random": "gamma multinomial normal poisson truncated_normal uniform",
}
CONFIGURABLES = [
    module + "." + name for module, names in _MEMBERS.items() for name in names.split()
]
