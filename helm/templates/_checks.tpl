{{- /* What cannot work is refused before anything is installed. */}}
{{- define "provisioner.check" -}}
{{- if .Values.image.registry }}
{{- fail "image.registry named the image of the Python provisioner: remove it, and set image.repository and image.tag to this service's image." }}
{{- end }}
{{- with .Values.fullnameOverride }}
{{- if not (regexMatch "^[a-z]([a-z0-9-]*[a-z0-9])?$" .) }}
{{- fail (printf "fullnameOverride is %q, but names of Services hold lower-case letters, digits and hyphens only, and begin with a letter." .) }}
{{- end }}
{{- end }}
{{- $labels := include "workload.ownLabels" . | fromYaml | keys }}
{{- include "workload.refuseOwn" (list "labels" .Values.labels $labels) }}
{{- include "workload.refuseOwn" (list "metrics.serviceMonitor.labels" .Values.metrics.serviceMonitor.labels $labels) }}
{{- include "workload.refuseOwn" (list "metrics.rules.labels" .Values.metrics.rules.labels $labels) }}
{{- include "workload.refuseOwn" (list "metrics.dashboard.labels" .Values.metrics.dashboard.labels $labels) }}
{{- if and .Values.postgres.url (not .Values.postgres.sources) }}
{{- fail "postgres.url needs postgres.sources: for each database the environment variable of Hasura that holds its URL." }}
{{- end }}
{{- end }}

{{- /* The same for each program. */}}
{{- define "workload.check" -}}
{{- $group := .Workload.group }}
{{- $url := printf "%s.url" .Workload.databaseValue }}
{{- if and (include "workload.many" .) (not .Workload.database.url) }}
{{- fail (printf "An H2 file can be opened by one process only: set %s to a PostgreSQL database, or %sreplicas to 1 and %sautoscaling.enabled to false." $url $group $group) }}
{{- end }}
{{- if and .Values.migrationJob.enabled (not .Workload.database.url) }}
{{- fail (printf "%smigrationJob.enabled needs %s: the pod on an H2 file migrates it itself." $group $url) }}
{{- end }}
{{- if and .Values.tls.clientCaSecretName (not .Values.tls.secretName) }}
{{- fail (printf "%stls.clientCaSecretName needs %stls.secretName: clients show certificates over TLS only." $group $group) }}
{{- end }}
{{- if and .Values.autoscaling.enabled (lt (int .Values.autoscaling.maxReplicas) (int .Values.autoscaling.minReplicas)) }}
{{- fail (printf "%sautoscaling.maxReplicas is less than %sautoscaling.minReplicas." $group $group) }}
{{- end }}
{{- if kindIs "float64" .Values.image.tag }}
{{- fail (printf "%simage.tag is a number in the values file, where 1.10 and 1.1 are the same: write it in quotes, such as tag: %q." $group (toString .Values.image.tag)) }}
{{- end }}
{{- $labels := include "workload.ownLabels" . | fromYaml | keys }}
{{- include "workload.refuseOwn" (list (printf "%spodLabels" $group) .Values.podLabels $labels) }}
{{- include "workload.refuseOwn" (list (printf "%spodAnnotations" $group) .Values.podAnnotations (list "checksum/config")) }}
{{- range .Values.extraVolumes }}
{{- include "workload.refuseOwn" (list (printf "%sextraVolumes" $group) (dict .name "") $.Workload.volumes) }}
{{- end }}
{{- end }}

{{- /* What only the sharing server can lack. */}}
{{- define "sharing.check" -}}
{{- if not (or .Values.access.tokens.secretName .Values.access.jwt.jwksUrl .Values.tls.clientCaSecretName) }}
{{- fail "sharingServer.enabled needs sharingServer.access: without callers, the server's admin API is open to programs in its own pod only, and the provisioner is refused. Name a Secret with the hash of the provisioner's token in sharingServer.access.tokens.secretName." }}
{{- end }}
{{- if and (or .Values.ingress.enabled .Values.httpRoute.enabled) (not .Values.publicUrl) }}
{{- fail "sharingServer.publicUrl is not set: the address that the Ingress or HTTPRoute gives the server; it stands in links and profile files." }}
{{- end }}
{{- range $name, $storage := .Values.storages }}
{{- if eq (not $storage.url) (not $storage.existingClaim) }}
{{- fail (printf "sharingServer.storages.%s needs one of url (s3://bucket/prefix) and existingClaim." $name) }}
{{- end }}
{{- if and $storage.existingClaim (omit $storage "existingClaim" "url" "folder" | values | compact) }}
{{- fail (printf "sharingServer.storages.%s is a volume: region, endpoint and the like belong to a storage with url." $name) }}
{{- end }}
{{- if and $storage.url (not $storage.region) }}
{{- fail (printf "sharingServer.storages.%s.region is not set: the region of the bucket." $name) }}
{{- end }}
{{- end }}
{{- end }}

{{- /* What the chart itself sets would stand there twice, or break the selector: list of the value's name, the value, and
  the chart's own keys. */}}
{{- define "workload.refuseOwn" -}}
{{- $where := index . 0 }}
{{- $own := index . 2 }}
{{- range $key, $value := index . 1 }}
{{- if has $key $own }}
{{- fail (printf "%s holds %s, which the chart sets itself: remove it there." $where $key) }}
{{- end }}
{{- end }}
{{- end }}
