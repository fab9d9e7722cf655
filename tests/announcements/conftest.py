from tests.announcing.conftest import library, net, newcomer, organiser, post, stage

__all__ = ["library", "net", "newcomer", "organiser", "post", "stage"]
