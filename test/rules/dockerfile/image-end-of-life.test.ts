import { imageEndOfLife } from '../../../server/src/rules/dockerfile/images/image-end-of-life';
import { ruleTester } from '../../support/rule-tester';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

ruleTester(imageEndOfLife, {
  valid: [
    'FROM python:3.12-slim\n',
    { name: 'the day before, and the last day itself', code: 'FROM python:3.8\n', today: '2024-10-07' },
    { name: 'a line without a certain date', code: 'FROM golang:1.25\n' },
    { name: 'a tag that follows the newest line', code: 'FROM python:3\n' },
    { name: 'a major tag whose last line lives', code: 'FROM redis:6\n' },
    { name: 'no tag is another rule', code: 'FROM debian\n' },
    { name: 'a floating tag is another rule', code: 'FROM node:latest\n' },
    { name: 'a variable without a value', code: 'ARG TAG\nFROM node:${TAG}\n' },
    { name: 'a stage that is called like a release', code: 'FROM node:24 AS buster\nFROM buster\n' },
    { name: 'a hardened image', code: 'FROM dhi.io/python:3.8-debian11\n' },
    {
      name: 'a mirror of one',
      code: 'FROM registry.example.com/dhi/python:3.8-debian11\n',
      settings: { hardenedImageMirrors: ['registry.example.com/dhi'] },
    },
    { name: "somebody else's image", code: 'FROM example/python:3.8-slim-buster\n' },
    { name: 'an image that no table knows', code: 'FROM rust:1.40\n' },
    { name: 'a preview of a line', code: 'FROM openjdk:17-ea-33\n' },
    { name: 'long-term support counts', code: 'FROM debian:bookworm\n', today: '2028-06-30' },
    { name: 'inside a heredoc', code: 'FROM node:24\nCOPY <<EOF /Dockerfile\nFROM node:10\nEOF\n' },
  ],
  invalid: [
    {
      code: 'FROM python:3.8-slim\n',
      findings: [
        {
          message: 'Python 3.8 has had no security fixes since 2024-10-07, so holes found later stay open.',
          at: '3.8-slim',
          offers: [{ title: 'Change to the tag "3.10-slim"', output: 'FROM python:3.10-slim\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'the nearest line is that of the day',
      code: 'FROM python:3.8-slim\n',
      today: '2026-11-21',
      findings: [
        {
          message: 'base',
          at: '3.8-slim',
          offers: [{ title: 'Change to the tag "3.11-slim"', output: 'FROM python:3.11-slim\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'a patch, and a distribution that has ended too: the line speaks, the distribution is left to the image',
      code: 'FROM python:3.8.12-slim-buster\nUSER 1\n',
      findings: [
        {
          message: 'base',
          at: '3.8.12-slim-buster',
          offers: [{ title: 'Change to the tag "3.10-slim"', output: 'FROM python:3.10-slim\nUSER 1\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'the distribution alone',
      code: 'FROM python:3.12-slim-buster AS build\nFROM node:24-alpine3.16\n',
      findings: [
        {
          message:
            'This image stands on Debian 10, which has had no security fixes since 2024-06-30, so holes found later stay open.',
          at: '3.12-slim-buster',
          offers: [
            {
              title: 'Change to the tag "3.12-slim"',
              output: 'FROM python:3.12-slim AS build\nFROM node:24-alpine3.16\n',
            },
          ],
        },
        {
          message: 'system',
          at: '24-alpine3.16',
          offers: [
            {
              title: 'Change to the tag "24-alpine"',
              output: 'FROM python:3.12-slim-buster AS build\nFROM node:24-alpine\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the tag, where a variable holds another part of the reference',
      code: 'ARG REGISTRY=docker.io/library\nFROM ${REGISTRY}/debian:10-slim\n',
      findings: [
        {
          message: 'base',
          at: '10-slim',
          offers: [
            {
              title: 'Change to the tag "12-slim"',
              output: 'ARG REGISTRY=docker.io/library\nFROM ${REGISTRY}/debian:12-slim\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'lines that live for months are nobody’s next one; code names stay code names',
      code: 'FROM node:19-alpine AS a\nFROM node:fermium AS b\nFROM ubuntu:focal-20210827 AS c\n',
      findings: [
        {
          message: 'base',
          at: '19-alpine',
          offers: [
            {
              title: 'Change to the tag "22-alpine"',
              output: 'FROM node:22-alpine AS a\nFROM node:fermium AS b\nFROM ubuntu:focal-20210827 AS c\n',
            },
          ],
        },
        {
          message: 'Node.js 14 has had no security fixes since 2023-04-30, so holes found later stay open.',
          at: 'fermium',
          offers: [
            {
              title: 'Change to the tag "jod"',
              output: 'FROM node:19-alpine AS a\nFROM node:jod AS b\nFROM ubuntu:focal-20210827 AS c\n',
            },
          ],
        },
        {
          message: 'base',
          at: 'focal-20210827',
          offers: [
            {
              title: 'Change to the tag "jammy"',
              output: 'FROM node:19-alpine AS a\nFROM node:fermium AS b\nFROM ubuntu:jammy AS c\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the last line of a major version, and a word that nobody can place',
      code: 'FROM php:7-fpm-alpine AS a\nFROM ruby:2.7-special AS b\nFROM python:2.7 AS c\n',
      findings: [
        {
          message: 'PHP 7.4 has had no security fixes since 2022-11-28, so holes found later stay open.',
          at: '7-fpm-alpine',
          offers: [
            {
              title: 'Change to the tag "8.2-fpm-alpine"',
              output: 'FROM php:8.2-fpm-alpine AS a\nFROM ruby:2.7-special AS b\nFROM python:2.7 AS c\n',
            },
          ],
        },
        { message: 'base', at: '2.7-special' },
        { message: 'base', at: '2.7' },
      ],
      output: null,
    },
    {
      name: 'a digest holds the old image',
      code: `FROM debian:9@${digest} AS b\n`,
      findings: [{ message: 'base', at: '9' }],
      output: null,
    },
    {
      name: 'the default of an ARG is what has to change, and is told of once',
      code: 'ARG TAG="3.7-slim"\nFROM python:${TAG} AS a\nFROM python:${TAG} AS b\nUSER 1\n',
      findings: [
        {
          message: 'base',
          at: '3.7-slim',
          line: 0,
          offers: [
            {
              title: 'Change the default to "3.10-slim"',
              output: 'ARG TAG="3.10-slim"\nFROM python:${TAG} AS a\nFROM python:${TAG} AS b\nUSER 1\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a version in a default, a whole reference in a default',
      code: 'ARG NODE=16.2\nARG BASE=debian:buster\nFROM node:$NODE-alpine AS a\nFROM ${BASE} AS b\n',
      findings: [
        {
          message: 'base',
          at: '16.2',
          offers: [
            {
              title: 'Change the default to "22"',
              output: 'ARG NODE=22\nARG BASE=debian:buster\nFROM node:$NODE-alpine AS a\nFROM ${BASE} AS b\n',
            },
          ],
        },
        {
          message: 'base',
          at: 'debian:buster',
          offers: [
            {
              title: 'Change the default to "debian:bookworm"',
              output:
                'ARG NODE=16.2\nARG BASE=debian:bookworm\nFROM node:$NODE-alpine AS a\nFROM ${BASE} AS b\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'defaults that more hangs on, two variables, a fallback',
      code: 'ARG OS=3.12\nARG GO=1.19\nFROM alpine:${OS} AS a\nFROM golang:${GO}-alpine${OS} AS b\nFROM node:${NODE:-16} AS c\n',
      findings: [
        { message: 'base', at: '3.12', line: 0 },
        { message: 'base', at: 'golang:${GO}-alpine${OS}' },
        { message: 'base', at: 'node:${NODE:-16}' },
      ],
      output: null,
    },
    {
      name: 'an image that another took the place of',
      code: 'FROM openjdk:17-jdk-slim\nUSER 1\n',
      findings: [
        {
          message:
            'The openjdk image of Java 17 has had no security fixes since 2022-07-31, so holes found later stay open.',
          at: '17-jdk-slim',
          offers: [
            {
              title: 'Change to eclipse-temurin:17-jdk',
              output: 'FROM eclipse-temurin:17-jdk\nUSER 1\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'images of other makers, copied from and mounted',
      code: 'FROM mcr.microsoft.com/dotnet/aspnet:6.0-alpine\nCOPY --from=gcr.io/distroless/cc-debian10:nonroot /a /a\nRUN --mount=from=example/tools:1-ubuntu18.04,target=/t /t/a\n',
      findings: [
        {
          message: 'base',
          at: '6.0-alpine',
          offers: [
            {
              title: 'Change to the tag "8.0-alpine"',
              output:
                'FROM mcr.microsoft.com/dotnet/aspnet:8.0-alpine\nCOPY --from=gcr.io/distroless/cc-debian10:nonroot /a /a\nRUN --mount=from=example/tools:1-ubuntu18.04,target=/t /t/a\n',
            },
          ],
        },
        { message: 'system', at: 'nonroot', line: 1 },
        { message: 'system', at: '1-ubuntu18.04' },
      ],
      output: null,
    },
  ],
});
