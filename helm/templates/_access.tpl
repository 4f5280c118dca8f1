{{- /* What proves who calls, and who answers: Secrets as folders, so that a changed one reaches the running pods. */}}
{{- define "workload.accessMounts" -}}
{{- if .Values.access.tokens.secretName }}
- name: tokens
  mountPath: /etc/{{ .Workload.component }}/tokens
  readOnly: true
{{- end }}
{{- if .Values.tls.secretName }}
- name: tls
  mountPath: /etc/{{ .Workload.component }}/tls
  readOnly: true
{{- if .Values.tls.clientCaSecretName }}
- name: clients
  mountPath: /etc/{{ .Workload.component }}/clients
  readOnly: true
{{- end }}
{{- end }}
{{- end }}

{{- define "workload.accessVolumes" -}}
{{- with .Values.access.tokens.secretName }}
- name: tokens
  secret:
    secretName: {{ . }}
{{- end }}
{{- with .Values.tls.secretName }}
- name: tls
  secret:
    secretName: {{ . }}
{{- with $.Values.tls.clientCaSecretName }}
- name: clients
  secret:
    secretName: {{ . }}
    items:
      - key: ca.crt
        path: ca.crt
{{- end }}
{{- end }}
{{- end }}

{{- define "workload.scheme" -}}
{{- if .Values.tls.secretName }}https{{ else }}http{{ end }}
{{- end }}
