import { type Service } from '../../../compose/model';
import { serviceImage } from '../images/service-image';

/** Programs whose purpose is to read what goes on on the host, and whose makers tell people to mount it. */
const monitors =
  /(?:^|\/)(?:dhi-)?(?:node-exporter|cadvisor|netdata|process-exporter|metricbeat|filebeat|telegraf|alloy|promtail|falco|glances|fluent-bit|beszel-agent|dcgm-exporter|smartctl-exporter|datadog\/agent|datadoghq\/agent|newrelic\/infrastructure(?:-bundle)?|zabbix-agent2?|checkmk-agent|opentelemetry-collector(?:-contrib)?)$/;

/** Whether reading the host is what the service is there for. */
export function watchesHost(service: Service): boolean {
  return monitors.test(serviceImage(service)?.reference.repository ?? '');
}
