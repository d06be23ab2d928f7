"""tf.dynamic_stitch, numbers of NumPy for partitioners, and classes that are abstract."""

import abc

import numpy as np
import six
import tensorflow as tf

stitched = tf.dynamic_stitch([[0, 1], [[2], [5]]], [tf.zeros([2, 4]), tf.zeros([2, 1, 4])])
tf.Variable(stitched, name="stitched")
scalar = tf.dynamic_stitch([0, [1, 2]], [tf.constant(1.0), tf.constant([2.0, 3.0])])
tf.Variable(scalar, name="scalar")
places = tf.placeholder(tf.int32, [2])
open_ended = tf.dynamic_stitch([places], [tf.zeros([2, 3])], name="named")
tf.layers.dense(open_ended, 2, name=open_ended.op.name + "_dense")
tf.get_variable("parts", [4, 6], partitioner=tf.fixed_size_partitioner(np.int64(2)))
tf.get_variable("own", [4, 6], partitioner=lambda shape, dtype: [1, np.int32(3)])


class Block(abc.ABC):
    @abc.abstractmethod
    def build(self):
        return tf.get_variable("block", [2])

    @classmethod
    @abc.abstractmethod
    def size(cls):
        pass


class Half(Block):
    def build(self):
        return super(Half, self).build()


class Whole(Half):
    @classmethod
    def size(cls):
        return 3


@six.add_metaclass(abc.ABCMeta)
class Older(object):
    @abc.abstractproperty
    def width(self):
        pass


class Newer(Older):
    width = 5


Whole().build()
tf.get_variable("sizes", [Whole.size(), Newer().width])
for number, cls in enumerate([Block, Half, Older, Whole, Newer]):
    try:
        cls()
        tf.get_variable("made_%d" % number, [])
    except TypeError as error:
        tf.get_variable("refused_%d_%s" % (number, str(error).split(" ")[-1]), [])
