{{- /* What proves who calls, and who answers: Secrets as folders, so that a changed one reaches the running pods. */}}
{{- define "provisioner.accessMounts" -}}
{{- if .Values.access.tokens.secretName }}
- name: tokens
  mountPath: /etc/provisioner/tokens
  readOnly: true
{{- end }}
{{- if .Values.tls.secretName }}
- name: tls
  mountPath: /etc/provisioner/tls
  readOnly: true
{{- if .Values.tls.clientCaSecretName }}
- name: clients
  mountPath: /etc/provisioner/clients
  readOnly: true
{{- end }}
{{- end }}
{{- end }}

{{- define "provisioner.accessVolumes" -}}
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

{{- define "provisioner.scheme" -}}
{{- if .Values.tls.secretName }}https{{ else }}http{{ end }}
{{- end }}
