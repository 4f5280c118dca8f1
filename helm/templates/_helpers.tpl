{{- define "provisioner.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 52 | trimSuffix "-" }}
{{- end }}

{{- define "provisioner.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" }}
{{- else if contains (include "provisioner.name" .) .Release.Name }}
{{- include "provisioner.hostname" .Release.Name }}
{{- else }}
{{- include "provisioner.hostname" (printf "%s-%s" .Release.Name (include "provisioner.name" .)) }}
{{- end }}
{{- end }}

{{- /* A name of a release may hold dots and begin with a digit; that of a Service may not (RFC 1035). */}}
{{- define "provisioner.hostname" -}}
{{- $name := regexReplaceAll "[^a-z0-9-]" (lower .) "-" }}
{{- regexReplaceAll "^([^a-z])" $name "release-${1}" | trunc 52 | trimSuffix "-" }}
{{- end }}

{{- define "provisioner.selectorLabels" -}}
app.kubernetes.io/name: {{ include "provisioner.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: provisioner
{{- end }}

{{- define "provisioner.ownLabels" -}}
{{ include "provisioner.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "provisioner.labels" -}}
{{ include "provisioner.labelsAnd" (list . (dict)) }}
{{- end }}

{{- /* The chart's own labels and those of everything, and what one object has besides: list of root and further labels. */}}
{{- define "provisioner.labelsAnd" -}}
{{- $root := index . 0 }}
{{ include "provisioner.ownLabels" $root }}
{{- with merge (dict) (index . 1 | default dict) ($root.Values.labels | default dict) }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "provisioner.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion | toString }}
{{- end }}
{{- end }}

{{- define "provisioner.serviceAccountName" -}}
{{- .Values.serviceAccount.name | default (ternary (include "provisioner.fullname" .) "default" .Values.serviceAccount.create) }}
{{- end }}

{{- define "provisioner.basePath" -}}
{{- .Values.provisioner.basePath | default "" | trimSuffix "/" }}
{{- end }}

{{- /* "true" when several pods may run at the same time. */}}
{{- define "provisioner.many" -}}
{{- if or .Values.autoscaling.enabled (gt (int .Values.replicas) 1) }}true{{ end }}
{{- end }}

{{- /* "true" when something is sent to a collector. */}}
{{- define "provisioner.collector" -}}
{{- $given := not (empty .Values.collector.endpoint) }}
{{- range .Values.extraEnv }}
{{- $given = or $given (regexMatch "^OTEL_EXPORTER_OTLP_([A-Z]+_)?ENDPOINT$" .name) }}
{{- end }}
{{- if $given }}true{{ end }}
{{- end }}

{{- /* What cannot work is refused before anything is installed. */}}
{{- define "provisioner.check" -}}
{{- if and (include "provisioner.many" .) (not .Values.taskDatabase.url) }}
{{- fail "An H2 file can be opened by one process only: set taskDatabase.url to a PostgreSQL database, or replicas to 1 and autoscaling.enabled to false." }}
{{- end }}
{{- if and .Values.migrationJob.enabled (not .Values.taskDatabase.url) }}
{{- fail "migrationJob.enabled needs taskDatabase.url: the pod on an H2 file migrates it itself." }}
{{- end }}
{{- if and .Values.tls.clientCaSecretName (not .Values.tls.secretName) }}
{{- fail "tls.clientCaSecretName needs tls.secretName: clients show certificates over TLS only." }}
{{- end }}
{{- if .Values.image.registry }}
{{- fail "image.registry named the image of the Python provisioner: remove it, and set image.repository and image.tag to this service's image." }}
{{- end }}
{{- if and .Values.autoscaling.enabled (lt (int .Values.autoscaling.maxReplicas) (int .Values.autoscaling.minReplicas)) }}
{{- fail "autoscaling.maxReplicas is less than autoscaling.minReplicas." }}
{{- end }}
{{- if kindIs "float64" .Values.image.tag }}
{{- fail (printf "image.tag is a number in the values file, where 1.10 and 1.1 are the same: write it in quotes, such as tag: %q." (toString .Values.image.tag)) }}
{{- end }}
{{- with .Values.fullnameOverride }}
{{- if not (regexMatch "^[a-z]([a-z0-9-]*[a-z0-9])?$" .) }}
{{- fail (printf "fullnameOverride is %q, but names of Services hold lower-case letters, digits and hyphens only, and begin with a letter." .) }}
{{- end }}
{{- end }}
{{- $labels := include "provisioner.ownLabels" . | fromYaml | keys }}
{{- include "provisioner.refuseOwn" (list "labels" .Values.labels $labels) }}
{{- include "provisioner.refuseOwn" (list "podLabels" .Values.podLabels $labels) }}
{{- include "provisioner.refuseOwn" (list "metrics.serviceMonitor.labels" .Values.metrics.serviceMonitor.labels $labels) }}
{{- include "provisioner.refuseOwn" (list "metrics.rules.labels" .Values.metrics.rules.labels $labels) }}
{{- include "provisioner.refuseOwn" (list "metrics.dashboard.labels" .Values.metrics.dashboard.labels $labels) }}
{{- include "provisioner.refuseOwn" (list "podAnnotations" .Values.podAnnotations (list "checksum/config")) }}
{{- range .Values.extraVolumes }}
{{- include "provisioner.refuseOwn" (list "extraVolumes" (dict .name "") (list "tmp" "data" "tokens" "tls" "clients")) }}
{{- end }}
{{- if and .Values.postgres.url (not .Values.postgres.sources) }}
{{- fail "postgres.url needs postgres.sources: for each database the environment variable of Hasura that holds its URL." }}
{{- end }}
{{- end }}

{{- /* What the chart itself sets would stand there twice, or break the selector: list of the value's name, the value, and
  the chart's own keys. */}}
{{- define "provisioner.refuseOwn" -}}
{{- $where := index . 0 }}
{{- $own := index . 2 }}
{{- range $key, $value := index . 1 }}
{{- if has $key $own }}
{{- fail (printf "%s holds %s, which the chart sets itself: remove it there." $where $key) }}
{{- end }}
{{- end }}
{{- end }}

{{- /* One variable from a key of a Secret: list of variable, Secret, key, whether the key may be missing. */}}
{{- define "provisioner.fromSecret" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ index . 2 }}
      {{- if index . 3 }}
      optional: true
      {{- end }}
{{- end }}

{{- /* Whether ports on Hasura are served: they need not be where Delta Sharing ports are. */}}
{{- define "provisioner.hasura" -}}
{{- if or .Values.hasura.url .Values.rolemapper.url (not .Values.sharing.url) }}true{{ end }}
{{- end }}

{{- /* A probe: the given one, with the service's own path where it names no handler. */}}
{{- define "provisioner.probe" -}}
{{- $probe := index . 0 }}
{{- if not (or $probe.httpGet $probe.tcpSocket $probe.exec $probe.grpc) }}
httpGet:
  path: {{ index . 1 }}
  port: http
  {{- if eq (index . 2) "https" }}
  scheme: HTTPS
  {{- end }}
{{- end }}
{{ toYaml $probe }}
{{- end }}

{{- /* A value as text; Helm reads every number as a float, which would show 8388608 as 8.388608e+06. */}}
{{- define "provisioner.text" -}}
{{- ternary (int64 . | toString) (toString .) (kindIs "float64" .) | quote }}
{{- end }}
