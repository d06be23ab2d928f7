"""Queues, readers and tf.contrib.slim's data sets: what comes out of them has known shapes."""

import tensorflow as tf

slim = tf.contrib.slim
from tensorflow.contrib.slim.python.slim.data import tfexample_decoder as td

keys_to_features = {
    "image/encoded": tf.FixedLenFeature((), tf.string, default_value=""),
    "image/format": tf.FixedLenFeature((), tf.string, default_value="jpeg"),
    "image/shape": tf.FixedLenFeature([3], tf.int64),
    "image/label": tf.FixedLenFeature([1], tf.int64, default_value=tf.zeros([1], dtype=tf.int64)),
    "image/object/bbox/xmin": tf.VarLenFeature(dtype=tf.float32),
    "image/object/bbox/ymin": tf.VarLenFeature(dtype=tf.float32),
    "image/object/bbox/xmax": tf.VarLenFeature(dtype=tf.float32),
    "image/object/bbox/ymax": tf.VarLenFeature(dtype=tf.float32),
}
items_to_handlers = {
    "image": slim.tfexample_decoder.Image("image/encoded", "image/format"),
    "shape": slim.tfexample_decoder.Tensor("image/shape"),
    "label": slim.tfexample_decoder.Tensor("image/label", shape=[]),
    "object/bbox": td.BoundingBox(["ymin", "xmin", "ymax", "xmax"], "image/object/bbox/"),
}
decoder = slim.tfexample_decoder.TFExampleDecoder(keys_to_features, items_to_handlers)
dataset = slim.dataset.Dataset(
    data_sources=["a.tfrecord"],
    reader=tf.TFRecordReader,
    decoder=decoder,
    num_samples=10,
    items_to_descriptions={},
    num_classes=5,
)
provider = slim.dataset_data_provider.DatasetDataProvider(
    dataset, num_readers=2, common_queue_capacity=20, common_queue_min=10, num_epochs=3
)
image, shape, label, boxes = provider.get(["image", "shape", "label", "object/bbox"])


def say(name, t):
    for i, d in enumerate(t.get_shape().as_list()):
        tf.get_variable("%s_%d_%s" % (name, i, d), [1])
    tf.get_variable("%s_%s" % (name, t.dtype.name), [1])


say("image", image)
say("shape", shape)
say("label", label)
say("boxes", boxes)
image = tf.image.resize_images(image, [32, 32])
images, labels = tf.train.batch([image, label], batch_size=4, num_threads=2, capacity=20)
labels = slim.one_hot_encoding(labels, dataset.num_classes)
queue = slim.prefetch_queue.prefetch_queue([images, labels], capacity=2)
images, labels = queue.dequeue()
say("images", images)
say("labels", labels)
q2 = slim.prefetch_queue.prefetch_queue({"b": images, "a": labels}, dynamic_pad=True)
say("dict", q2.dequeue()["b"])
net = slim.conv2d(images, 8, [3, 3])
slim.model_analyzer.analyze_vars(tf.trainable_variables())
f = tf.FIFOQueue(10, [tf.float32, tf.int32], shapes=[[3], []])
a, b = f.dequeue_many(5)
say("a", a)
say("b", b)
r = tf.RandomShuffleQueue(10, 2, tf.float32, shapes=[7, 2])
say("r", r.dequeue())
say("up", r.dequeue_up_to(3))
r.enqueue(tf.zeros([7, 2]))
say("size", r.size())
k, v = tf.TextLineReader(skip_header_lines=1).read(
    tf.train.string_input_producer(["x.csv"], num_epochs=2)
)
say("k", k)
say("v", v)
tf.Variable(0.0)
