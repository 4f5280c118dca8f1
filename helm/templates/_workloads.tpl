{{- /* The programs of the chart as its templates take them, each in turn: what they have in common is written once. A
  program has its values under the names that the provisioner's have at the top, and in Workload what else differs. */}}
{{- define "workloads" -}}
{{- $_ := set . "workloads" (list (dict "Chart" .Chart "Release" .Release "Values" .Values "Workload" (dict
  "component" "provisioner"
  "fullname" (include "provisioner.fullname" .)
  "port" 5002
  "group" ""
  "settings" .Values.provisioner.settings
  "javaOptions" .Values.provisioner.javaOptions
  "basePath" (include "provisioner.basePath" .)
  "paths" (list (.Values.ingress.path | default (include "provisioner.basePath" .) | default "/"))
  "routes" (list (include "provisioner.basePath" . | default "/"))
  "startup" "/health/startup"
  "database" .Values.taskDatabase
  "databaseValue" "taskDatabase"
  "databaseSettings" "TASK_DB"
  "databaseFile" "tasks"
  "migration" "migration"
  "volumes" (list "tmp" "data" "tokens" "tls" "clients")
  "callers" (list)
))) }}
{{- if .Values.sharingServer.enabled }}
{{- $common := pick .Values "nameOverride" "labels" "secrets" "dockerRegistrySecretName" "collector" "metrics" "securityContext" "podSecurityContext" "priorityClassName" "nodeSelector" "tolerations" }}
{{- $own := mergeOverwrite (deepCopy $common) (deepCopy .Values.sharingServer) }}
{{- $_ := set $own.networkPolicy "enabled" .Values.networkPolicy.enabled }}
{{- if not $own.secrets.name }}
{{- $_ := set $own "secrets" .Values.secrets }}
{{- end }}
{{- /* Consumers need these; the admin API is for those inside of the cluster. */}}
{{- $consumers := list "/delta-sharing" "/activation" "/files" }}
{{- $volumes := list "tmp" "data" "tokens" "tls" "clients" }}
{{- range $name, $storage := $own.storages }}
{{- if ($storage | default dict).existingClaim }}
{{- $volumes = append $volumes (include "sharing.volume" $name) }}
{{- end }}
{{- end }}
{{- $_ := set . "workloads" (append .workloads (dict "Chart" .Chart "Release" .Release "Values" $own "Workload" (dict
  "component" "sharing"
  "fullname" (include "sharing.fullname" .)
  "port" 5003
  "group" "sharingServer."
  "settings" $own.settings
  "javaOptions" $own.javaOptions
  "basePath" ""
  "paths" $consumers
  "routes" $consumers
  "startup" "/health/liveness"
  "database" $own.database
  "databaseValue" "sharingServer.database"
  "databaseSettings" "SHARING_DB"
  "databaseFile" "shares"
  "migration" "sharing-migration"
  "volumes" $volumes
  "callers" (list "provisioner")
))) }}
{{- end }}
{{- end }}
