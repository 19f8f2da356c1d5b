import { dhiPrivilegedPort } from '../../../server/src/rules/dockerfile/hardened-runtime/dhi-privileged-port';
import { ruleTester } from '../../support/rule-tester';

const python = 'FROM dhi.io/python:3.13-debian13\n';

ruleTester(dhiPrivilegedPort, {
  valid: [
    `${python}EXPOSE 8080 1024/udp\nENV PORT=8080\nCMD ["uvicorn", "a:b", "--port", "8080"]\n`,
    { name: 'a runtime variant that is root', code: 'FROM dhi.io/docker:29-cli\nEXPOSE 80\n' },
    { name: 'USER root', code: `${python}USER root\nEXPOSE 80\n` },
    {
      name: 'what the image itself listens on',
      code: 'FROM dhi.io/coredns:1-debian13 AS one\nEXPOSE 53/udp\nFROM dhi.io/certbot:5-debian13\nEXPOSE 80 443\n',
      around: { targets: ['one'] },
    },
    { name: 'no hardened image', code: 'FROM node:22-slim\nUSER node\nEXPOSE 80\n' },
    { name: 'a builder', code: `FROM dhi.io/python:3.13-debian13 AS b\nEXPOSE 80\n${python}` },
    {
      name: 'variables without a value',
      code: `ARG TAG\nFROM dhi.io/python:$TAG AS a\nEXPOSE 80\n${python}ARG P\nEXPOSE $P\nENV PORT=$P\n`,
      around: { targets: ['a'] },
    },
    {
      name: 'a program that was given the right',
      code: `FROM dhi.io/golang:1.26-debian13-dev AS b\nRUN setcap cap_net_bind_service=+ep /server\n${python}COPY --from=b /server /server\nEXPOSE 80\n`,
    },
    { name: 'ports to log in by have a rule of their own', code: `${python}EXPOSE 22\n` },
    {
      name: 'numbers that are no ports, and a setting that is overridden',
      code: `${python}ENV PORT=80\nENV PORT=8080 WORKERS=4\nCMD ["gunicorn", "--workers", "4", "--bind", "0.0.0.0:8080"]\n`,
    },
    { name: 'a heredoc', code: `${python}COPY <<EOF /x\nEXPOSE 80\nEOF\n` },
  ],
  invalid: [
    {
      code: `${python}EXPOSE 80\nCMD ["python3", "app.py"]\n`,
      findings: [
        {
          message:
            '"nonroot", as whom the container runs, cannot open port 80 in Kubernetes and in older Docker Engines: ports below 1024 are root\'s. Listen on a higher one inside, and publish it as 80.',
          at: '80',
          severity: 'warning',
          offers: [
            {
              title: 'Change port 80 to 8080 in EXPOSE',
              output: `${python}EXPOSE 8080\nCMD ["python3", "app.py"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'nginx, which listens on 8080; two ports, with a protocol',
      code: 'FROM dhi.io/nginx:1.30-debian13\nEXPOSE 80/tcp 443\n',
      findings: [
        {
          message: 'base',
          at: '80/tcp',
          offers: [
            {
              title: 'Change port 80 to 8080 in EXPOSE',
              output: 'FROM dhi.io/nginx:1.30-debian13\nEXPOSE 8080/tcp 443\n',
            },
          ],
        },
        {
          message: 'base',
          at: '443',
          offers: [
            {
              title: 'Change port 443 to 8443 in EXPOSE',
              output: 'FROM dhi.io/nginx:1.30-debian13\nEXPOSE 80/tcp 8443\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'all places that name it, said once',
      code: `${python}ENV PORT="80" A=1\nEXPOSE 80\nCMD ["uvicorn", "a:b", "--port=80", "--workers", "80"]\n`,
      findings: [
        {
          message: 'base',
          at: '80',
          line: 2,
          offers: [
            {
              title: 'Change port 80 to 8080 in EXPOSE, ENV, CMD',
              output: `${python}ENV PORT="8080" A=1\nEXPOSE 8080\nCMD ["uvicorn", "a:b", "--port=8080", "--workers", "80"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'only settings: addresses, lists',
      code: 'FROM dhi.io/aspnetcore:10-debian13\nENV ASPNETCORE_URLS=http://+:80;https://+:8443\nENV ASPNETCORE_HTTP_PORTS=81;8081\nENTRYPOINT ["dotnet", "a.dll"]\n',
      findings: [
        {
          message: 'base',
          at: 'http://+:80;https://+:8443',
          offers: [
            {
              title: 'Change port 80 to 8080 in ENV',
              output:
                'FROM dhi.io/aspnetcore:10-debian13\nENV ASPNETCORE_URLS=http://+:8080;https://+:8443\nENV ASPNETCORE_HTTP_PORTS=81;8081\nENTRYPOINT ["dotnet", "a.dll"]\n',
            },
          ],
        },
        {
          message: 'base',
          at: '81;8081',
          offers: [
            {
              title: 'Change port 81 to 8081 in ENV',
              output:
                'FROM dhi.io/aspnetcore:10-debian13\nENV ASPNETCORE_URLS=http://+:80;https://+:8443\nENV ASPNETCORE_HTTP_PORTS=8081;8081\nENTRYPOINT ["dotnet", "a.dll"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the higher port is taken, a range',
      code: `${python}EXPOSE 80 8080 90-91\n`,
      findings: [
        { message: 'base', at: '80' },
        { message: 'base', at: '90-91' },
      ],
      output: null,
    },
  ],
});
