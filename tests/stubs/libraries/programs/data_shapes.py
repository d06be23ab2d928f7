"""tf.data: shapes and dtypes of elements through the transformations."""

import numpy as np
import tensorflow as tf


def show(name, structure):
    if isinstance(structure, dict):
        for key in sorted(structure):
            show(name + "." + key, structure[key])
    elif isinstance(structure, tuple):
        for i, part in enumerate(structure):
            show("%s.%d" % (name, i), part)
    else:
        dims = structure.shape.as_list() if structure.shape.ndims is not None else ["none"]
        tf.get_variable("%s/%s_%s" % (name, structure.dtype.name, "x".join([str(dim) for dim in dims])), [])


def one(dataset):
    return dataset.make_one_shot_iterator().get_next()


images = np.zeros([60, 28, 28], np.float32)
labels = np.zeros([60], np.int64)
base = tf.data.Dataset.from_tensor_slices((images, labels))
show("base", one(base))
show("batch", one(base.shuffle(100).repeat().batch(16)))
show("full", one(base.batch(16, drop_remainder=True).prefetch(1)))
show("applied", one(base.apply(tf.contrib.data.batch_and_drop_remainder(8))))


def augment(image, label):
    with tf.name_scope("augment"):
        image = tf.reshape(image, [28, 28, 1])
        image = tf.image.resize_images(image, [32, 40])
    return {"image": image, "mask": image > 0.5}, tf.one_hot(label, 10)


mapped = base.map(augment, num_parallel_calls=4)
show("mapped", one(mapped.batch(4)))
show("both", one(mapped.apply(tf.data.experimental.map_and_batch(lambda x, y: (x["image"], y), 5, drop_remainder=True))))
show("range", one(tf.data.Dataset.range(10)))
show("zip", one(tf.data.Dataset.zip((tf.data.Dataset.range(3), base))))
show("lines", one(tf.data.TextLineDataset(["a.txt"]).skip(1).map(lambda line: (line, tf.expand_dims(line, 0)))))
show("padded", one(tf.data.Dataset.range(9).map(lambda x: (tf.range(x), x)).padded_batch(4, padded_shapes=([None], []))))


def generate():
    yield [1.0], "a"


show("generator", one(tf.data.Dataset.from_generator(generate, (tf.float32, tf.string), ([None], []))))
show("untyped", one(tf.data.Dataset.from_generator(generate, (tf.float32, tf.string))))
placeholder = tf.placeholder(tf.float32, [None, 7])
iterator = tf.data.Dataset.from_tensor_slices({"a": placeholder}).batch(3).make_initializable_iterator()
show("initializable", iterator.get_next("next"))
iterator = tf.data.Iterator.from_structure(base.output_types, base.output_shapes)
show("structure", iterator.get_next())
iterator.make_initializer(base)
handle = tf.placeholder(tf.string, [])
show("handle", tf.data.Iterator.from_string_handle(handle, base.output_types, base.output_shapes).get_next())
show("flat", one(tf.data.Dataset.list_files("*.py", shuffle=False).flat_map(tf.data.TextLineDataset)))
tf.Variable(0.0, name="augment")
