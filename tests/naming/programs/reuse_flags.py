"""How a reuse flag comes to a scope: set wins over inherited, a captured scope inherits nothing."""
import tensorflow as tf

flags = [None, False, True, tf.AUTO_REUSE]


def text(flag):
    return "AUTO" if flag == tf.AUTO_REUSE else repr(flag)


with tf.variable_scope("captured") as plain:
    pass
with tf.variable_scope("captured", reuse=True) as reusing:
    pass
for outer in flags:
    for inner in flags:
        with tf.variable_scope("a", reuse=outer) as s, tf.variable_scope("b", reuse=inner) as t:
            print(text(outer), text(inner), "gives", text(s.reuse), text(t.reuse))
        for scope in (plain, reusing):
            with tf.variable_scope("a", reuse=outer), tf.variable_scope(scope, reuse=inner) as t:
                print("  captured", text(scope.reuse), "gives", text(t.reuse))
with tf.variable_scope("c") as s:
    s.reuse_variables()
    with tf.variable_scope("d") as t:
        print(s.reuse, t.reuse)
    with tf.variable_scope(None, "e") as u:
        print(u.reuse)
with tf.variable_scope(s) as again:
    print(again.reuse)
with tf.variable_scope("c") as again:
    print(again.reuse)
