# syntax=docker/dockerfile:1
# The bot in a small image: docker build -t scorecard-bot .
# Its scorecards live in /data; it needs DISCORD_TOKEN.

FROM rust:1.95-slim-bookworm AS build
# The image's own toolchain, whatever rust-toolchain.toml says about lints and formatting.
ENV RUSTUP_TOOLCHAIN=${RUST_VERSION}
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/source/target \
    cargo build --locked --release -p scorecard-bot \
    && cp target/release/scorecard-bot /usr/local/bin/scorecard-bot \
    && mkdir /data

FROM gcr.io/distroless/cc-debian12
COPY --from=build /usr/local/bin/scorecard-bot /usr/local/bin/scorecard-bot
COPY --from=build --chown=65532:65532 /data /data
USER 65532:65532
WORKDIR /data
VOLUME /data
ENV DATABASE_PATH=/data/scorecard-bot.db \
    HEALTH_ADDRESS=127.0.0.1:8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["/usr/local/bin/scorecard-bot", "health"]
ENTRYPOINT ["/usr/local/bin/scorecard-bot"]
