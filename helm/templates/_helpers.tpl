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

{{- /* As long as the provisioner's at most, since names of Jobs are made of both. */}}
{{- define "sharing.fullname" -}}
{{- printf "%s-sharing" (include "provisioner.fullname" . | trunc 44 | trimSuffix "-") }}
{{- end }}

{{- /* Without a workload, as alerts and dashboard have it, the provisioner's. */}}
{{- define "workload.selectorLabels" -}}
app.kubernetes.io/name: {{ include "provisioner.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: {{ (.Workload | default dict).component | default "provisioner" }}
{{- end }}

{{- define "workload.ownLabels" -}}
{{ include "workload.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "workload.labels" -}}
{{ include "workload.labelsAnd" (list . (dict)) }}
{{- end }}

{{- /* The chart's own labels and those of everything, and what one object has besides: list of root and further labels. */}}
{{- define "workload.labelsAnd" -}}
{{- $root := index . 0 }}
{{ include "workload.ownLabels" $root }}
{{- with merge (dict) (index . 1 | default dict) ($root.Values.labels | default dict) }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- /* Labels of a pod beside those of the program, which no Service finds: list of workload and component. */}}
{{- define "workload.labelsBeside" -}}
{{- $workload := index . 0 }}
{{- include "workload.labels" $workload | replace (printf "component: %s" $workload.Workload.component) (printf "component: %s" (index . 1)) }}
{{- end }}

{{- define "workload.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion | toString }}
{{- end }}
{{- end }}

{{- define "workload.serviceAccountName" -}}
{{- .Values.serviceAccount.name | default (ternary .Workload.fullname "default" .Values.serviceAccount.create) }}
{{- end }}

{{- define "provisioner.basePath" -}}
{{- .Values.provisioner.basePath | default "" | trimSuffix "/" }}
{{- end }}

{{- /* "true" when several pods may run at the same time. */}}
{{- define "workload.many" -}}
{{- if or .Values.autoscaling.enabled (gt (int .Values.replicas) 1) }}true{{ end }}
{{- end }}

{{- /* "true" when something is sent to a collector. */}}
{{- define "workload.collector" -}}
{{- $given := not (empty .Values.collector.endpoint) }}
{{- range .Values.extraEnv }}
{{- $given = or $given (regexMatch "^OTEL_EXPORTER_OTLP_([A-Z]+_)?ENDPOINT$" .name) }}
{{- end }}
{{- if $given }}true{{ end }}
{{- end }}

{{- /* One variable from a key of a Secret: list of variable, Secret, key, whether the key may be missing. */}}
{{- define "workload.fromSecret" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ index . 2 }}
      {{- if index . 3 }}
      optional: true
      {{- end }}
{{- end }}

{{- /* The address of the sharing server: the given one, or that of this release. */}}
{{- define "sharing.url" -}}
{{- if .Values.sharing.url }}
{{- .Values.sharing.url }}
{{- else if .Values.sharingServer.enabled }}
{{- printf "%s://%s:%v" (ternary "https" "http" (not (empty .Values.sharingServer.tls.secretName))) (include "sharing.fullname" .) .Values.sharingServer.service.port }}
{{- end }}
{{- end }}

{{- /* Whether ports on Hasura are served: they need not be where Delta Sharing ports are. */}}
{{- define "provisioner.hasura" -}}
{{- if or .Values.hasura.url .Values.rolemapper.url (not (include "sharing.url" .)) }}true{{ end }}
{{- end }}

{{- /* A probe: the given one, with the program's own path where it names no handler. List of workload, probe and path. */}}
{{- define "workload.probe" -}}
{{- $workload := index . 0 }}
{{- $probe := index . 1 }}
{{- if not (or $probe.httpGet $probe.tcpSocket $probe.exec $probe.grpc) }}
httpGet:
  path: {{ $workload.Workload.basePath }}{{ index . 2 }}
  port: http
  {{- if eq (include "workload.scheme" $workload) "https" }}
  scheme: HTTPS
  {{- end }}
{{- end }}
{{ toYaml $probe }}
{{- end }}

{{- /* A value as text; Helm reads every number as a float, which would show 8388608 as 8.388608e+06. */}}
{{- define "workload.text" -}}
{{- ternary (int64 . | toString) (toString .) (kindIs "float64" .) | quote }}
{{- end }}
