// swagger-parser is a library without a command.
import SwaggerParser from '@apidevtools/swagger-parser'

await SwaggerParser.validate(process.argv[2])
