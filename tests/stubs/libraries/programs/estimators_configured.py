"""The configuration of an estimator, and one made of it by `replace`: partitions and parts of it stay."""

import tensorflow as tf

fc = tf.feature_column
job = fc.categorical_column_with_hash_bucket("job", 100)
wide = [job, fc.categorical_column_with_vocabulary_list("sex", ["f", "m"]), fc.crossed_column(["job", "sex"], 50)]
tf.train.get_or_create_global_step()


def show(*parts):
    tf.get_variable("_".join(str(part) for part in parts), [])


config = tf.estimator.RunConfig(session_config=tf.ConfigProto(), tf_random_seed=3, save_summary_steps=7)
placed = config.replace(model_dir="out", save_summary_steps=8)
show("first", config.model_dir, config.tf_random_seed, config.save_summary_steps)
show("second", placed.model_dir, placed.tf_random_seed, placed.save_summary_steps, type(placed).__name__)
show("third", placed.replace(tf_random_seed=4).tf_random_seed, placed.tf_random_seed)
on_tpu = tf.contrib.tpu.RunConfig(model_dir="a", tpu_config=tf.contrib.tpu.TPUConfig(iterations_per_loop=5))
on_tpu = on_tpu.replace(model_dir="b")
show("tpu", on_tpu.model_dir, on_tpu.tpu_config.iterations_per_loop)

estimator = tf.estimator.LinearClassifier(wide, config=placed)
features = {"job": tf.placeholder(tf.string, [None, 1]), "sex": tf.placeholder(tf.string, [None, 1])}
with tf.variable_scope("estimator"):
    estimator.model_fn(features, tf.placeholder(tf.int64, [None, 1]), "train", estimator.config)
