"""`slim.data_decoder`: the base class of what makes tensors of a record."""


class DataDecoder:
    def decode(self, data, items):
        pass

    def list_items(self):
        pass
