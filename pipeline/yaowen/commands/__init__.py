"""The commands of `yaowen`, one a file: what each takes, and what it does."""
