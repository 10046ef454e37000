<#-- A pipeline of Azure with a job for each image, to be checked in: mvn whittle:matrix -Dwhittle.template=docs/ci/azure.yml.ftl
  -Dwhittle.templateOutput=azure-pipelines.yml. Azure takes at most 256 jobs of one matrix: more are several matrices. -->
<#if cells?size == 0><#stop "the matrix has no cells, and Azure takes no pipeline without jobs"></#if>
<#assign machines = {"macos/arm64": "macOS-latest", "macos/amd64": "macOS-latest", "windows/amd64": "windows-latest"}>
# Written by whittle:matrix: change the catalogue, not this file.
jobs:
<#list cells?chunk(256) as part>
  - job: images_${part?counter}
    strategy:
      matrix:
<#list part as cell>
        ${cell.symbol}:
          cell: "${cell.id}"
          cellName: "${cell.name}"
          platform: "${cell.platform.name}"
          arguments: "${cell.arguments}"
          machine: "${machines[cell.platform.name]!"ubuntu-latest"}"
</#list>
    pool:
      vmImage: $(machine)
    steps:
      - task: JavaToolInstaller@1
        inputs:
          versionSpec: "17"
          jdkArchitectureOption: x64
          jdkSourceOption: PreInstalled
      - script: mvn --batch-mode package whittle:check $(arguments)
        displayName: image
</#list>
