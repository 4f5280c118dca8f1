{{- /* The variables of the container that do not come from the ConfigMap. */}}
{{- define "provisioner.environment" -}}
{{- $secret := .Values.secrets.name }}
{{- if include "provisioner.hasura" . }}
{{ include "provisioner.fromSecret" (list "HASURA_ADMIN_SECRET" $secret "HASURA_ADMIN_SECRET" false) }}
{{- end }}
{{- if .Values.sharing.url }}
{{ include "provisioner.fromSecret" (list "SHARING_ADMIN_TOKEN" $secret "SHARING_ADMIN_TOKEN" false) }}
{{- end }}
{{- if .Values.taskDatabase.url }}
{{- with .Values.taskDatabase.secret }}
{{ include "provisioner.fromSecret" (list "TASK_DB_USER" (.name | default $secret) .userKey false) }}
{{ include "provisioner.fromSecret" (list "TASK_DB_PASSWORD" (.name | default $secret) .passwordKey false) }}
{{- end }}
{{- end }}
{{- if .Values.postgres.url }}
{{- with .Values.postgres.secret }}
{{ include "provisioner.fromSecret" (list "POSTGRES_USER" (.name | default $secret) .userKey false) }}
{{ include "provisioner.fromSecret" (list "POSTGRES_PASSWORD" (.name | default $secret) .passwordKey false) }}
{{- end }}
{{- end }}
{{- if .Values.snowflake.enabled }}
{{- include "provisioner.snowflake" . }}
{{- end }}
{{- with .Values.provisioner.javaOptions }}
- name: JDK_JAVA_OPTIONS
  value: {{ . | quote }}
{{- end }}
{{- with .Values.extraEnv }}
{{ toYaml . }}
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
{{ include "provisioner.fromSecret" (list (printf "SNOWFLAKE_%s" (upper $name)) $secret (printf "SNOWFLAKE_%s" (upper $name)) true) }}
{{- end }}
{{- end }}
{{- range $variable := list "SNOWFLAKE_PASSWORD" "SNOWFLAKE_TOKEN" "SNOWFLAKE_PRIVATE_KEY" "SNOWFLAKE_PRIVATE_KEY_PASSPHRASE" }}
{{ include "provisioner.fromSecret" (list $variable $secret $variable true) }}
{{- end }}
{{- end }}
