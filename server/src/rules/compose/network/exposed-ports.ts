/**
 * Services that hand over data or control to whoever reaches their port, by the port they listen on.
 * @see https://www.iana.org/assignments/service-names-port-numbers/
 */
const services: ReadonlyMap<number, string> = new Map([
  [22, 'SSH'],
  [23, 'Telnet'],
  [389, 'LDAP'],
  [445, 'SMB'],
  [1433, 'SQL Server'],
  [1521, 'Oracle Database'],
  [2049, 'NFS'],
  [2375, 'the Docker API'],
  [2376, 'the Docker API'],
  [2379, 'etcd'],
  [2380, 'etcd'],
  [3306, 'MySQL'],
  [3389, 'Remote Desktop'],
  [5432, 'PostgreSQL'],
  [5601, 'Kibana'],
  [5672, 'AMQP'],
  [5900, 'VNC'],
  [5984, 'CouchDB'],
  [6379, 'Redis'],
  [7474, 'Neo4j'],
  [7687, 'Neo4j'],
  [8086, 'InfluxDB'],
  [8500, 'Consul'],
  [9042, 'Cassandra'],
  [9092, 'Kafka'],
  [9200, 'Elasticsearch'],
  [9300, 'Elasticsearch'],
  [10250, 'the kubelet'],
  [11211, 'Memcached'],
  [15672, "RabbitMQ's management"],
  [26257, 'CockroachDB'],
  [27017, 'MongoDB'],
]);

/** What listens on a port that should not be open to everybody; undefined for other ports. */
export function guardedService(first: number, last: number): string | undefined {
  if (first === last) return services.get(first);
  for (const [port, name] of services) if (first <= port && port <= last) return name;
  return undefined;
}
