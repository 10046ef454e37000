<#-- A child pipeline of GitLab with a job for each image. GitLab takes at most 200 jobs of one matrix: more are several matrices. -->
# Written by whittle:matrix: change the catalogue, not this file.
<#list cells?chunk(200) as part>
images-${part?counter}:
  stage: test
  image: maven:3.9-eclipse-temurin-17
  parallel:
    matrix:
<#list part as cell>
      - CELL: "${cell.id}"
        NAME: "${cell.name}"
        PLATFORM: "${cell.platform.name}"
        ARGUMENTS: "${cell.arguments}"
</#list>
  script:
    - mvn --batch-mode package whittle:check $ARGUMENTS
  artifacts:
    when: always
    paths:
      - "**/target/whittle/*/*/*.*"

<#else>
nothing:
  stage: test
  script:
    - echo "the matrix has no cells"
</#list>
