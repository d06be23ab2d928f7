"""The variables of each optimizer, and the metrics that have variables."""

import numpy as np
import tensorflow as tf

K = tf.keras
O = K.optimizers
x, y = np.zeros((8, 3)), np.zeros((8, 2))
made = [O.SGD(), O.SGD(1, momentum=0.5, nesterov=True), O.RMSprop(momentum=0.1, centered=True), O.Adam(amsgrad=True, name="mine"), O.Adamax(), O.Nadam(), O.Adadelta(), O.Adagrad(decay=0.1), O.Ftrl(), O.Adam(lr=0.1, clipnorm=1.0), O.Adam(O.schedules.ExponentialDecay(0.1, 10, 0.9))]
for optimizer in made:
    model = K.Sequential([K.layers.Dense(2, input_shape=(3,))])
    model.compile(optimizer, "mse")
    model.train_on_batch(x, y)
model = K.Sequential([K.layers.Dense(2, input_shape=(3,))])
loss = tf.reduce_mean(model(tf.zeros([4, 3])))
with tf.name_scope("update"):
    O.Adam().get_updates(loss, model.trainable_weights)
apart = O.SGD(0.1, momentum=0.5)
tf.Variable(0.0, name=apart.lr.op.name + "_known")
apart.apply_gradients(zip(apart.get_gradients(loss, model.trainable_weights), model.trainable_weights))
tf.Variable(0.0, name="_".join(weight.op.name.replace("/", ".") for weight in apart.weights))
M = K.metrics
with tf.name_scope("measured"):
    for cls in (M.Mean, M.Sum, M.Accuracy, M.BinaryAccuracy, M.CategoricalAccuracy, M.AUC, M.Precision, M.Recall, M.TruePositives, M.FalseNegatives, M.RootMeanSquaredError, M.CosineSimilarity, M.MeanSquaredError, M.KLDivergence, M.TopKCategoricalAccuracy):
        metric = cls()
        tf.Variable(0.0, name=metric.name)
    M.MeanIoU(num_classes=3)
    M.Precision(thresholds=[0.1, 0.5])
    M.SensitivityAtSpecificity(0.5)
    M.Mean(name="named")(tf.zeros([3]))
