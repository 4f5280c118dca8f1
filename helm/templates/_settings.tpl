{{- /* The settings of a program that are no secrets: first those that both have. */}}
{{- define "workload.settings" -}}
LOG_FORMAT: {{ .Workload.settings.LOG_FORMAT | default "json" }}
{{ include (printf "%s.settings" .Workload.component) . | trim }}
{{ .Workload.databaseSettings }}_URL: {{ .Workload.database.url | default (printf "jdbc:h2:file:/data/%s" .Workload.databaseFile) | quote }}
{{- if .Values.migrationJob.enabled }}
{{ .Workload.databaseSettings }}_MIGRATE: "false"
{{- end }}
{{- include "workload.accessSettings" . }}
{{- with .Values.collector.endpoint }}
OTEL_EXPORTER_OTLP_ENDPOINT: {{ . | quote }}
OTEL_EXPORTER_OTLP_PROTOCOL: {{ $.Values.collector.protocol | default "http/protobuf" | quote }}
{{- end }}
{{- range $name, $value := omit .Workload.settings "LOG_FORMAT" }}
{{ $name }}: {{ include "workload.text" $value }}
{{- end }}
{{- end }}

{{- define "workload.accessSettings" -}}
{{- $folder := printf "/etc/%s" .Workload.component }}
{{- if .Values.access.tokens.secretName }}
API_TOKENS_FILE: {{ $folder }}/tokens/{{ .Values.access.tokens.key }}
{{- end }}
{{- $jwt := printf "%saccess.jwt" .Workload.group }}
{{- with .Values.access.jwt }}
{{- if .jwksUrl }}
API_JWT_JWKS_URL: {{ .jwksUrl | quote }}
API_JWT_ISSUER: {{ required (printf "%s.issuer is not set: the issuer that JWTs must have." $jwt) .issuer | quote }}
API_JWT_AUDIENCE: {{ required (printf "%s.audience is not set: the audience that JWTs must hold." $jwt) .audience | quote }}
{{- with .roleClaim }}
API_JWT_ROLE_CLAIM: {{ . | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- if .Values.tls.secretName }}
API_TLS_CERTIFICATE_FILE: {{ $folder }}/tls/tls.crt
API_TLS_KEY_FILE: {{ $folder }}/tls/tls.key
{{- if .Values.tls.clientCaSecretName }}
API_TLS_CLIENT_CA_FILE: {{ $folder }}/clients/ca.crt
# The kubelet has no certificate for its probes.
API_TLS_CLIENT_AUTH: want
{{- end }}
{{- end }}
{{- end }}

{{- define "provisioner.settings" -}}
PROVISIONER_PORT: {{ .Workload.port | quote }}
{{- if include "provisioner.hasura" . }}
HASURA_URL: {{ required "hasura.url is not set: the address of Hasura, for example http://hasura:8080." .Values.hasura.url | quote }}
{{- with .Values.hasura.timeout }}
HASURA_TIMEOUT: {{ include "workload.text" . }}
{{- end }}
{{- with .Values.hasura.publicUrl }}
HASURA_PUBLIC_URL: {{ . | quote }}
{{- end }}
{{- with .Values.hasura.consoleUrl }}
HASURA_CONSOLE_URL: {{ . | quote }}
{{- end }}
ROLE_MAPPER_URL: {{ required "rolemapper.url is not set: the address of the role mapper, for example http://role-mapper:5002." .Values.rolemapper.url | quote }}
{{- with .Values.rolemapper.timeout }}
ROLE_MAPPER_TIMEOUT: {{ include "workload.text" . }}
{{- end }}
{{- end }}
{{- with include "sharing.url" . }}
SHARING_URL: {{ . | quote }}
{{- with $.Values.sharing.timeout }}
SHARING_TIMEOUT: {{ include "workload.text" . }}
{{- end }}
{{- with $.Values.sharing.publicUrl | default (ternary $.Values.sharingServer.publicUrl "" $.Values.sharingServer.enabled) }}
SHARING_PUBLIC_URL: {{ . | quote }}
{{- end }}
{{- with $.Values.sharing.storageRules }}
SHARING_STORAGE_RULES: {{ . | quote }}
{{- end }}
{{- end }}
{{- with .Values.provisioner.environment }}
ENVIRONMENT: {{ . | quote }}
{{- end }}
{{- with .Workload.basePath }}
PROVISIONER_BASE_PATH: {{ . | quote }}
{{- end }}
{{- if .Values.postgres.url }}
POSTGRES_URL: {{ .Values.postgres.url | quote }}
{{- $sources := list }}
{{- range $database, $variable := .Values.postgres.sources }}
{{- $sources = append $sources (printf "%s=%s" $database $variable) }}
{{- end }}
POSTGRES_SOURCES: {{ join "," $sources | quote }}
{{- end }}
{{- end }}

{{- define "sharing.settings" -}}
SHARING_PORT: {{ .Workload.port | quote }}
{{- with .Values.publicUrl }}
SHARING_PUBLIC_URL: {{ . | quote }}
{{- end }}
{{- range $name, $storage := .Values.storages }}
{{- $setting := printf "SHARING_STORAGE_%s" (upper $name) }}
{{- if $storage.existingClaim }}
{{ $setting }}: {{ printf "/storages/%s/%s" $name (trimAll "/" ($storage.folder | default "")) | trimSuffix "/" | quote }}
{{- else }}
{{ $setting }}: {{ $storage.url | quote }}
{{- range $value, $ending := dict "region" "REGION" "endpoint" "ENDPOINT" "publicEndpoint" "PUBLIC_ENDPOINT" "timeout" "TIMEOUT" }}
{{- with index $storage $value }}
{{ $setting }}_{{ $ending }}: {{ include "workload.text" . }}
{{- end }}
{{- end }}
{{- if kindIs "bool" $storage.pathStyle }}
{{ $setting }}_PATH_STYLE: {{ $storage.pathStyle | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
