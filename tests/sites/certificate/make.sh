#!/bin/sh
# Makes the stand-ins' certificate anew. Valid for 100 years, so that no test dies of a date.
set -eu
cd "$(dirname "$0")"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 \
  -subj "/O=TEST ONLY - do not trust/CN=Kagiban stand-ins (TEST ONLY)" \
  -addext "subjectAltName=DNS:mainmenu.rms.rakuten.co.jp,DNS:ichiba-bs.rms.rakuten.co.jp,DNS:webservice.rms.rakuten.co.jp,DNS:glogin.rms.rakuten.co.jp,DNS:api.rms.rakuten.co.jp,DNS:main.next-engine.com,DNS:order.goqsystem.com,DNS:station.ecsystem.jp,DNS:api.chatwork.com,DNS:akanedo.zendesk.com,DNS:hooks.slack.com,DNS:chat.googleapis.com,DNS:prod-00.japaneast.logic.azure.com,DNS:webhook.worksmobile.com,DNS:mail.akanedo.test,DNS:localhost,IP:127.0.0.1" \
  -addext "extendedKeyUsage=serverAuth" \
  -keyout test-only.key.pem -out test-only.cert.pem
