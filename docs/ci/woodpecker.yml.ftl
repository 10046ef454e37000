<#-- A workflow of Woodpecker with a run for each image, to be checked in: mvn whittle:matrix -Dwhittle.template=docs/ci/woodpecker.yml.ftl
  -Dwhittle.templateOutput=.woodpecker/images.yml -->
<#if cells?size == 0><#stop "the matrix has no cells, and Woodpecker takes no empty one"></#if>
# Written by whittle:matrix: change the catalogue, not this file.
when:
  - event: [push, pull_request]

matrix:
  include:
<#list cells as cell>
    - CELL: "${cell.id}"
      NAME: "${cell.name}"
      PLATFORM: "${cell.platform.name}"
      ARGUMENTS: "${cell.arguments}"
</#list>

<#noparse>
labels:
  platform: ${PLATFORM}

steps:
  - name: image
    image: maven:3.9-eclipse-temurin-17
    commands:
      - mvn --batch-mode package whittle:check ${ARGUMENTS}
</#noparse>
