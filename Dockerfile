# Build with: docker build -t wardroom .
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY scripts ./scripts
COPY bin ./bin
COPY src ./src
RUN npm ci && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
# tini reaps ended processes and passes on the signal to stop.
RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production WARDROOM_DATA=/data
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
COPY bin ./bin
COPY migrations ./migrations
COPY weights ./weights
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
# To try it on the same machine: docker run --network host. To serve others, behind a proxy that speaks HTTPS:
# -e HOST=0.0.0.0 -e PUBLIC_URL=https://wardroom.example.org -e TRUSTED_PROXY=<the proxy's address> -p 3000:3000
ENTRYPOINT ["tini", "--", "node", "bin/wardroom.js"]
CMD ["start"]
