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
          folder: "${cell.folder}"
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
      - script: mvn --batch-mode whittle:report -Dwhittle.lines=resolve,check -Dwhittle.rows=${rows?join(",")}
        displayName: report
        condition: succeededOrFailed()
      - task: CopyFiles@2
        inputs:
          Contents: "**/target/whittle/$(folder)/*.*"
          TargetFolder: $(Build.ArtifactStagingDirectory)
        condition: succeededOrFailed()
      - publish: $(Build.ArtifactStagingDirectory)
        artifact: cell-$(cell)
        condition: succeededOrFailed()
</#list>
<#if !shard??>
  - job: audit
    pool:
      vmImage: ubuntu-latest
    steps:
      - task: JavaToolInstaller@1
        inputs:
          versionSpec: "17"
          jdkArchitectureOption: x64
          jdkSourceOption: PreInstalled
      - script: mvn --batch-mode package whittle:audit
        displayName: audit
      - task: CopyFiles@2
        inputs:
          Contents: "**/target/whittle/audit.*"
          TargetFolder: $(Build.ArtifactStagingDirectory)
        condition: succeededOrFailed()
      - publish: $(Build.ArtifactStagingDirectory)
        artifact: cell-audit
        condition: succeededOrFailed()
  # One report of all cells, and one answer. Where the matrix was narrowed by profile or platform, narrow it here as well.
  - job: report
    dependsOn:
      - audit
<#list cells?chunk(256) as part>
      - images_${part?counter}
</#list>
    condition: succeededOrFailed()
    pool:
      vmImage: ubuntu-latest
    steps:
      - task: JavaToolInstaller@1
        inputs:
          versionSpec: "17"
          jdkArchitectureOption: x64
          jdkSourceOption: PreInstalled
      - download: current
      - script: mvn --batch-mode whittle:report -Dwhittle.results=$(Pipeline.Workspace) -Dwhittle.rows=${rows?join(",")}
        displayName: report
      - task: PublishTestResults@2
        inputs:
          testResultsFormat: JUnit
          testResultsFiles: target/whittle/report/report.xml
        condition: succeededOrFailed()
      - publish: target/whittle/report
        artifact: report
        condition: succeededOrFailed()
</#if>
