{{- /* The variables of a container that do not come from its ConfigMap. */}}
{{- define "workload.environment" -}}
{{- include (printf "%s.environment" .Workload.component) . }}
{{- if .Workload.database.url }}
{{- with .Workload.database.secret }}
{{ include "workload.databaseLogin" (list $ (.name | default $.Values.secrets.name) .userKey .passwordKey) }}
{{- end }}
{{- end }}
{{- with .Workload.javaOptions }}
- name: JDK_JAVA_OPTIONS
  value: {{ . | quote }}
{{- end }}
{{- with .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- /* List of workload, Secret, its key with the user, and that with the password. */}}
{{- define "workload.databaseLogin" -}}
{{- $settings := (index . 0).Workload.databaseSettings }}
{{- include "workload.fromSecret" (list (printf "%s_USER" $settings) (index . 1) (index . 2) false) }}
{{ include "workload.fromSecret" (list (printf "%s_PASSWORD" $settings) (index . 1) (index . 3) false) }}
{{- end }}

{{- define "provisioner.environment" -}}
{{- $secret := .Values.secrets.name }}
{{- if include "provisioner.hasura" . }}
{{ include "workload.fromSecret" (list "HASURA_ADMIN_SECRET" $secret "HASURA_ADMIN_SECRET" false) }}
{{- end }}
{{- if include "sharing.url" . }}
{{ include "workload.fromSecret" (list "SHARING_ADMIN_TOKEN" $secret "SHARING_ADMIN_TOKEN" false) }}
{{- end }}
{{- if .Values.postgres.url }}
{{- with .Values.postgres.secret }}
{{ include "workload.fromSecret" (list "POSTGRES_USER" (.name | default $secret) .userKey false) }}
{{ include "workload.fromSecret" (list "POSTGRES_PASSWORD" (.name | default $secret) .passwordKey false) }}
{{- end }}
{{- end }}
{{- if .Values.snowflake.enabled }}
{{- include "provisioner.snowflake" . }}
{{- end }}
{{- end }}

{{- /* What the values name comes from there, all else from the Secret, as far as it has the key. */}}
{{- define "provisioner.snowflake" -}}
{{- $secret := .Values.snowflake.secretName | default .Values.secrets.name }}
{{- range $name := list "host" "user" "role" "warehouse" }}
{{- if index $.Values.snowflake $name }}
- name: SNOWFLAKE_{{ upper $name }}
  value: {{ index $.Values.snowflake $name | quote }}
{{- else }}
{{ include "workload.fromSecret" (list (printf "SNOWFLAKE_%s" (upper $name)) $secret (printf "SNOWFLAKE_%s" (upper $name)) true) }}
{{- end }}
{{- end }}
{{- range $variable := list "SNOWFLAKE_PASSWORD" "SNOWFLAKE_TOKEN" "SNOWFLAKE_PRIVATE_KEY" "SNOWFLAKE_PRIVATE_KEY_PASSPHRASE" }}
{{ include "workload.fromSecret" (list $variable $secret $variable true) }}
{{- end }}
{{- end }}

{{- /* Keys of a storage that has none of its own are named like its settings. */}}
{{- define "sharing.environment" -}}
{{- $secret := .Values.secrets.name }}
{{ include "workload.fromSecret" (list "SHARING_SIGNING_KEY" $secret "SHARING_SIGNING_KEY" (empty .Workload.database.url)) }}
{{- range $name, $storage := .Values.storages }}
{{- if $storage.url }}
{{- $from := $storage.secretName | default $secret }}
{{- range $ending, $optional := dict "ACCESS_KEY_ID" false "SECRET_ACCESS_KEY" false "SESSION_TOKEN" true }}
{{- $variable := printf "SHARING_STORAGE_%s_%s" (upper $name) $ending }}
{{ include "workload.fromSecret" (list $variable $from $variable $optional) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
