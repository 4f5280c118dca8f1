{{- /* Storages of the sharing server that are volumes: read, never written. */}}
{{- define "sharing.volume" -}}
storage-{{ replace "_" "-" . }}
{{- end }}

{{- define "sharing.mounts" -}}
{{- range $name, $storage := .Values.storages }}
{{- if $storage.existingClaim }}
- name: {{ include "sharing.volume" $name }}
  mountPath: /storages/{{ $name }}
  readOnly: true
{{- end }}
{{- end }}
{{- end }}

{{- define "sharing.volumes" -}}
{{- range $name, $storage := .Values.storages }}
{{- with $storage.existingClaim }}
- name: {{ include "sharing.volume" $name }}
  persistentVolumeClaim:
    claimName: {{ . }}
    readOnly: true
{{- end }}
{{- end }}
{{- end }}

{{- /* The provisioner reads no tables. */}}
{{- define "provisioner.mounts" }}{{ end }}
{{- define "provisioner.volumes" }}{{ end }}
